"""What a page shows of itself elsewhere: tags in its head, a picture, a citation."""
