package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Connector.Room;
import java.util.ArrayList;
import java.util.List;

/**
 * What one connection is to carry of a batch: the ids from this one on, up to the next share.
 *
 * @param bind the connection's number within the route
 */
public record Share(int bind, long from) {
    /** Shares ids out so that the connection with the most room takes the next. */
    static List<Share> of(List<Long> ids, List<Room> rooms) {
        int[] taken = taken(rooms, ids.size());
        List<Share> shares = new ArrayList<>(rooms.size());
        int next = 0;
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] > 0) {
                shares.add(new Share(rooms.get(j).bind(), ids.get(next)));
                next += taken[j];
            }
        }
        return shares;
    }

    /** The room that is left when so many were shared out. */
    static List<Room> left(List<Room> rooms, int count) {
        int[] taken = taken(rooms, count);
        List<Room> left = new ArrayList<>(taken.length);
        for (int j = 0; j < taken.length; j++) {
            left.add(new Room(rooms.get(j).bind(), rooms.get(j).parts() - taken[j]));
        }
        return left;
    }

    private static int[] taken(List<Room> rooms, int count) {
        int[] left = rooms.stream().mapToInt(Room::parts).toArray();
        int[] taken = new int[left.length];
        for (int i = 0; i < count; i++) {
            int roomiest = 0;
            for (int j = 1; j < left.length; j++) {
                roomiest = left[j] > left[roomiest] ? j : roomiest;
            }
            left[roomiest]--;
            taken[roomiest]++;
        }
        return taken;
    }
}
