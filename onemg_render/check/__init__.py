"""Looks over built sites and what they were built from."""
