"""Templates whose slots are filled, respelled, or put in the place of values."""
