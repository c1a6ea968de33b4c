"""The playground's library. `tests/test_architecture.py` holds the rule of who may import whom."""
