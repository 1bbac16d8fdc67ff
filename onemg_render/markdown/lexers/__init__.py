"""Lexers that cut code into the tokens Rouge 3.30 would: a file per language or family."""
