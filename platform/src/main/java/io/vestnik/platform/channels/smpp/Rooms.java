package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Connector.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The room of several connections. */
final class Rooms {
    private Rooms() {}

    /** No more than the rate allows, the widest connection first. */
    static List<Room> limited(List<Room> rooms, int allowed) {
        List<Room> limited = new ArrayList<>(rooms.size());
        int left = allowed;
        for (Room room : rooms.stream()
                .sorted(Comparator.comparingInt(Room::parts).reversed())
                .toList()) {
            int parts = Math.min(left, room.parts());
            limited.add(new Room(room.bind(), parts));
            left -= parts;
        }
        return limited;
    }
}
