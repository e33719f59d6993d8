package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import java.util.ArrayList;
import java.util.List;

/** What one line is given of a batch. */
final class Load {
    private final Line line;
    private final Outstanding outstanding;
    private final List<Flight> flights = new ArrayList<>();
    private final List<Submission> submissions = new ArrayList<>();
    private int room;

    Load(Line line, Outstanding outstanding, int room) {
        this.line = line;
        this.outstanding = outstanding;
        this.room = room;
    }

    /** The one with the most room. */
    static Load roomiest(Load[] loads) {
        Load best = loads[0];
        for (Load load : loads) {
            best = load.room > best.room ? load : best;
        }
        return best;
    }

    boolean hasRoom() {
        return room > 0;
    }

    void add(Flight flight, List<SubmitSm> parts) {
        room -= parts.size();
        flights.add(flight);
        for (int i = 0; i < parts.size(); i++) {
            submissions.add(new Submission(parts.get(i), new Flight.Part(flight, i)));
        }
    }

    /** Gives the line what was added; what a line that is down does not take comes back. */
    void leave(List<Outcome> back) {
        if (flights.isEmpty()) {
            return;
        }
        outstanding.add(flights.size());
        if (!line.offer(submissions)) {
            outstanding.add(-flights.size());
            flights.forEach(flight -> back.add(new Outcome.NotSent(flight.message())));
        }
    }
}
