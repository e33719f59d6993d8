package io.vestnik.platform.numbering.domain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures look-ups on one core in a process of its own: a made-up register as large as the real one, and as many ported numbers
 * as there can be. {@code vestnik bench numbering} starts it and reads its lines, each a name, a tab and a number.
 */
public final class LookupMeter implements PlanSource {
    private static final int RANGES_OF_A_CODE = 1_125;
    private static final int NUMBERS_OF_A_CODE = 10_000_000;
    private static final int NETWORKS = 3_000;
    private static final int ASKED = 1 << 16;
    private static final long ROUND_NANOS = 500_000_000;
    private static final int ROUNDS = 10;
    private static final List<String> REGIONS = List.of("MOW", "SPE", "KDA", "SVE", "NVS", "PRI", "SAM", "TA");

    /** Time on a core, so that what else runs on the machine counts less. */
    private static final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(17);

    private LookupMeter() {}

    /** Prints how many look-ups a second, and how many bytes the tables take. */
    @SuppressWarnings("SystemOut") // its answer
    public static void main(String[] arguments) {
        LookupMeter meter = new LookupMeter();
        ShippedPlan shipped = ShippedPlan.read();
        long empty = usedBytes();
        PlanTables tables = PlanTables.of(shipped, meter);
        System.out.println("bytes\t" + (usedBytes() - empty));
        String[] numbers = meter.numbers(tables);
        long best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, perSecond(tables, numbers));
        }
        System.out.println("ranges\t" + tables.ranges().size());
        System.out.println("ported\t" + tables.ported().size());
        System.out.println("lookups\t" + best);
    }

    private static long perSecond(PlanTables tables, String[] numbers) {
        long began = cpu.getCurrentThreadCpuTime();
        long asked = 0;
        int zones = 0;
        while (cpu.getCurrentThreadCpuTime() - began < ROUND_NANOS) {
            for (String number : numbers) {
                zones += tables.origin(number).zone().hashCode();
            }
            asked += numbers.length;
        }
        long perSecond = asked * 1_000_000_000L / (cpu.getCurrentThreadCpuTime() - began);
        // Whoever looks the sum up keeps the work from being left out.
        return zones == 42 ? perSecond - 1 : perSecond;
    }

    /** Half of them ported, none of them in an order. */
    private String[] numbers(PlanTables tables) {
        List<String> numbers = new ArrayList<>();
        while (numbers.size() < ASKED) {
            long number = mobile();
            boolean ported = tables.ported().find(number) >= 0;
            if (ported || numbers.size() % 2 == 0) {
                numbers.add(Long.toString(number));
            }
        }
        return numbers.toArray(String[]::new);
    }

    private long mobile() {
        return 79_000_000_000L + random.nextInt(100) * (long) NUMBERS_OF_A_CODE + random.nextInt(NUMBERS_OF_A_CODE);
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public void ranges(RangeReader reader) {
        for (int part : new int[] {3, 4, 8, 9}) {
            for (int code = part * 100; code < part * 100 + 100; code++) {
                long first = 70_000_000_000L + code * (long) NUMBERS_OF_A_CODE;
                for (int i = 0; i < RANGES_OF_A_CODE; i++) {
                    long from = first + i * (long) NUMBERS_OF_A_CODE / RANGES_OF_A_CODE;
                    long to = first + (i + 1L) * NUMBERS_OF_A_CODE / RANGES_OF_A_CODE - 1;
                    String region = REGIONS.get(random.nextInt(REGIONS.size()));
                    reader.take(new PlanRange(from, to, part, network(), region));
                }
            }
        }
    }

    @Override
    public void ported(PortedReader reader) {
        for (int i = 0; i < PortedNumbers.MOST; i++) {
            reader.take(mobile(), network());
        }
    }

    @Override
    public int portedCount() {
        return PortedNumbers.MOST;
    }

    @Override
    public Map<String, String> networks() {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < NETWORKS; i++) {
            names.put(code(i), "Operator " + i);
        }
        return names;
    }

    private String network() {
        return code(random.nextInt(NETWORKS));
    }

    private static String code(int number) {
        return "250%010d".formatted(number);
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
