"""The edit adapter: a LoRA that teaches the bundled model to edit texts, and what makes it.

Invariant: nothing here runs when the engine serves; it reads the finished file only.
"""
