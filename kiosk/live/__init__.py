"""Law: downstream only. Facts in, painted regions out; the only place that emits."""
