"""The pages of the editing guide that are made of the models and the rules."""
