"""Pure analysis of runs: numbers, words and differences."""
