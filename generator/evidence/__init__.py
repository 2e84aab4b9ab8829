"""Records become an Archive: seals, origins, figures and verdicts, all of them checked."""
