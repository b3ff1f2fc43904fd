"""Words for facts: amounts, dates, marks and phrases as text.

This folder knows no page, no address and no markup.
"""
