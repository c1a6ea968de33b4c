"""Letters, notices, steps and tables, edited at a place that is told by what it is about."""
