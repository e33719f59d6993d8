package io.vestnik.platform.kernel;

/** The id of a campaign; positive. */
public record CampaignId(long value) implements Comparable<CampaignId> {
    public CampaignId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an id: " + value);
        }
    }

    @Override
    public int compareTo(CampaignId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
