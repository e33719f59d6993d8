package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.kernel.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stops whom a test says. */
final class FakeRules implements WritingRules {
    final Map<String, Reason> stopped = new HashMap<>();

    @Override
    public boolean concern(AccountId account) {
        return !stopped.isEmpty();
    }

    @Override
    public Map<Integer, Reason> refused(List<Letter> letters) {
        Map<Integer, Reason> refused = new HashMap<>();
        for (int place = 0; place < letters.size(); place++) {
            Reason reason = stopped.get(letters.get(place).phone());
            if (reason != null) {
                refused.put(place, reason);
            }
        }
        return refused;
    }
}
