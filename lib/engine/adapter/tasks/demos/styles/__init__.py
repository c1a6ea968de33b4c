"""Style sheets, of which a style that is told in plain words changes, comes or goes."""
