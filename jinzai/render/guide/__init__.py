"""The pages of the editing guide that are made from the models and the rules."""
