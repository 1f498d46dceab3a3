"""What the room does: drafts and versions of sets, issuing, exemptions, counting."""
