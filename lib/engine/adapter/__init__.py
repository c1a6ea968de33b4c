"""The adapter of the local model: its tasks, its training and its scores."""
