-- Who was seen when, in few pages: a search sorts up to some thousand patients by it.
CREATE INDEX patient_latest ON patient_rank(pid, last_visit);
