"""Edits of JavaScript and TypeScript, written from parts of which one is changed."""
