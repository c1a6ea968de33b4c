"""Programs that say words, of which one changes alone, or in longer texts too."""
