### The approach: its pages.

notebook-approach = Approach
approach-lead = From the first meeting to the first market day: where you are and what is missing.
approach-ready = Ready
approach-missing-count = { $count ->
    [one] {$number} thing is missing
   *[other] {$number} things are missing
}
approach-next-step = Next step
approach-all-ready = Everything is ready
approach-late-count = { $count ->
    [one] {$number} late task
   *[other] {$number} late tasks
}
approach-late = Late
approach-first-day = First market day
approach-short =
    { $count ->
        [0] Less than a week was left when this notebook began; the approach takes { $takes }. Dates are brought closer in proportion.
        [one] { $count } week was left when this notebook began; the approach takes { $takes }. Dates are brought closer in proportion.
       *[other] { $count } weeks were left when this notebook began; the approach takes { $takes }. Dates are brought closer in proportion.
    }
approach-no-first-day = To be decided
approach-no-date = no date
approach-by = by {$day}
approach-done-on = done on {$day}
approach-usual = Usually {$when}
approach-line = {$ready} ready · next step: {$step}, {$due}
approach-line-ready = {$ready} ready for the first market day
approach-steps = Steps
approach-score-hint = A decided question, a filled seat or a task done is worth four points. A proposal is worth two, a borrowed choice only one.
approach-ready-when = The step is over when you have
approach-missing = What is missing
approach-nothing-missing = Nothing is missing.
approach-source = Where this date comes from: {$source}
approach-committee = Committee
approach-voices = Missing voices
approach-voices-none = No voice is missing.
approach-more-people = { $count ->
    [one] {$number} person to invite
   *[other] {$number} people to invite
}
approach-wanted = would help
approach-here = Around the table
approach-without = without this voice
approach-seat-add = Add somebody
approach-seat-whose = Which voice
approach-seat-name = Who
approach-seat-name-hint = A first name is enough, or “two parents”. Write nothing about people’s lives.
approach-seat-people = How many people
approach-seat-note = Details
approach-seat-note-hint = To go on without a voice, say why.
approach-seat-button = Add
approach-seat-without = Go on without this voice
approach-workshops = Workshops
approach-workshops-about = Each workshop has its agenda, its cards and its sheet of decisions. Print them: no computer in the room.
approach-tasks = Calendar
approach-tasks-about = Dates are counted back from the first market day. You can change each of them.
approach-tasks-late = Late
approach-tasks-next = To come
approach-tasks-done = Done
approach-task-add = Add a task of your own
approach-task-named = What
approach-task-owner = Who looks after it
approach-task-due = By when
approach-task-due-hint = Empty: the usual date.
approach-task-done = Done on
approach-task-dropped = We do not do this task
approach-task-button = Add the task
approach-meetings = Meetings
approach-meetings-none = No minutes yet.
approach-present = Who was there
approach-notes = What was said
approach-decided = Questions settled
approach-minutes = Write minutes
approach-minutes-lead = One set of minutes settles several questions: the meeting, the date and who decided are written in each.
approach-minutes-other = Another meeting
approach-minutes-name = Name of the meeting
approach-minutes-state = The questions you tick are
approach-minutes-hint = Tick what the meeting settled. If the answer changed, open the question first.
approach-minutes-button = Keep the minutes
approach-change = Change
approach-answer = Answer
approach-objectives = Objectives
approach-materials = To bring
approach-who-comes = To invite
approach-agenda = Agenda
approach-from = Start
approach-what = Activity
approach-long = Length
approach-minute-count = { $count ->
    [one] {$number} minute
   *[other] {$number} minutes
}
approach-print-hint = Print this page: everything you need in the room is on it.
approach-cards = Cards to vote on
approach-cards-hint = One card for each question, to cut out. Stickers go in the boxes.
approach-our-answer = Our answer
approach-elsewhere = Elsewhere:
approach-another = Something else
approach-confirms = To read aloud
approach-confirms-hint = Without an objection, the proposal stands.
approach-proposal = Proposal
approach-agreed = Agreed
approach-record = Sheet of decisions
approach-record-hint = To fill in by hand, then to write in the notebook.
approach-card-number = Card
done-approach = Noted.
done-minutes = The minutes are kept and the questions are up to date.
