-- When the other side first read a message: the person what the organisation wrote, the organisation what the person wrote (Awb 2:25).
ALTER TABLE zaak_bericht ADD COLUMN gelezen_op {{ts}};
