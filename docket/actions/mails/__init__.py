"""What leaves by mail beside what a verb writes itself: the list of a day and reminders; and what comes back."""
