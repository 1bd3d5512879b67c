-- When the person said that she did, at the counter of another body, what she prepared here: then it is no more her turn.
ALTER TABLE zaak ADD COLUMN elders_gedaan_op {{ts}};
