"""Fitting and measuring the classifiers."""
