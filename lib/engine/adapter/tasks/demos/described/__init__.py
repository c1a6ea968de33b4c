"""Records, settings, SQL and code, edited as people describe what they mean."""
