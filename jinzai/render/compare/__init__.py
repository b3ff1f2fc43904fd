"""The pages that compare plans, and the parts that only these pages use."""
