"""Pictures computed from an archive: values and geometry in, inline SVG and lists out."""
