"""Manifests, settings and nested JSON, of which one told place is changed."""
