### What breaks on our side. For each code: what happened, what the person does (with a number that the
### operator finds in the log), what to do at the command line.

fault-database-busy = Too many requests are arriving at once. Nothing was changed.
fault-database-busy-next = Try again in a moment. If it goes on, give this number to the coordination team: { $number }
fault-database-busy-cli = Try again in a moment.
fault-database-locked = Another program holds the database. Nothing was changed.
fault-database-locked-next = Try again in a moment. If it goes on, give this number to the coordination team: { $number }
fault-database-locked-cli = Close the other program that holds the database, then try again.
fault-database-away = The database does not answer. Nothing was changed.
fault-database-away-next = Try again in a moment. If it goes on, give this number to the coordination team: { $number }
fault-database-away-cli = Check that the database is running, and its address. Then try again.
fault-outcome-unknown = The database was cut off while writing. It is not yet known whether this was kept.
fault-outcome-unknown-next = Look whether it is done. If not, send it again: the same identifier counts only once. Number for the coordination team: { $number }
fault-outcome-unknown-cli = Look whether it is done before you try again.
fault-disk-full = There is no room left to write. Nothing was kept.
fault-disk-full-next = Keep what you wanted to record and try again later. Give this number to the coordination team: { $number }
fault-disk-full-cli = Make room on the disk, then try again.
fault-stopped = The work was stopped. Nothing changed.
fault-stopped-next = Start again when you like. Number for the coordination: { $number }
fault-stopped-cli = Start again when you like.
fault-other = Something broke on our side. It is not your fault.
fault-other-next = Try again in a moment. If it goes on, give this number to the coordination team: { $number }
fault-other-cli = Try again. If the error comes back, check the disk space and the access to the database.
