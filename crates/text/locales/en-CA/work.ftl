### Long work: how far it is, stopping it, what it leaves.

work-title = Work in progress
work-print = Preparing the coupons to print
work-audit = Checking the whole register
work-import = Reading the table
work-campaign = Reading the campaign
work-export = Preparing the table
work-expire = Ending the coupons
work-close = Closing the season
work-gather = Preparing the settlement
work-wait = This page moves on by itself. You can leave it open.
work-stop = Stop
work-stopping = Stopping…
work-stopped = The work is stopped. Nothing changed.
work-ready = It is ready.
work-take = Download { $name }
work-megabytes = { $count } MB
work-kept = The file stays here for ten minutes, for you only.
work-back = Go back
