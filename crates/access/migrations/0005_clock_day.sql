-- The days on which the program ran, by its own clock: what is destroyed because its time has come is destroyed by a clock that was right
-- for days.
CREATE TABLE clock_day (
    day {{date}} NOT NULL PRIMARY KEY
);
