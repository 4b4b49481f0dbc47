### The guide: its headings and its pages. The paths themselves are in guide/<language>/.

guide-title = Guide
guide-lead = One page for each person, for people in a hurry. It says what to do on day one, each week, and when something goes wrong.
guide-yours = Your role
guide-others = Every path
guide-household = Household that receives coupons
guide-household-hint = Using a coupon, in a few drawings.
guide-of = Guide: { $name }
guide-this = How to do it
guide-on-this-page = On this page
guide-print-hint = This page prints well on letter paper: use “Print” in your browser.

## The parts of a path

guide-first = The first day
guide-before = Before the first hand-outs
guide-each = At each hand-out
guide-paper = A day without a phone
guide-day = On market day
guide-doubt = A coupon in doubt
guide-stall = At the stall
guide-week = Each week
guide-month = Each month
guide-end = At the end of the season
guide-other = From time to time
guide-read = Reading the figures
guide-report = Making a report
guide-sample = Checking a sample
guide-alone = What more you can ask for
guide-use = Using a coupon
guide-check = Knowing whether a coupon is good
guide-wrong = When something goes wrong

## The words

guide-words = The field’s words
guide-words-hint = What each word means, in French and in English.
guide-words-lead = The words that everyone uses in these programs, with one sentence for each.
