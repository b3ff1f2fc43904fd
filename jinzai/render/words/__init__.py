"""How things are said: amounts, dates, marks and phrases as text.

Knows no page, no address and no markup.
"""
