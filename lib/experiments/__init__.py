"""Experiments: a plan, its order, its budget, the runs, and the same thing without a screen."""
