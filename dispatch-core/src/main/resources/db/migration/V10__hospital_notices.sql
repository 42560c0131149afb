-- Capacity notices of hospitals: which stand is the fold of the last day's entries about them, found by this index.
-- No guard and no rows of their own: a notice replaces the one before, and lifting what is gone changes nothing,
-- so no decision about one depends on what it saw.

create index journal_hospital_notice on journal (recorded_at, center)
  where type in ('capacity_notice_posted', 'capacity_notice_lifted');
