"""Functions, and what they are written with, of which one told place is changed."""
