package io.vestnik.bench.chaos;

import java.time.Duration;

/** One thing that goes wrong; its text is what a person reads in the log. */
sealed interface Disturbance {

    /** Which kinds there are; a run goes through all that the machine allows. */
    enum Kind {
        SERVER,
        DATABASE,
        OPERATOR,
        CUT,
        SILENCE,
        STALL,
        SLOW,
        DISK
    }

    Kind kind();

    /** Whether something is killed outright. */
    default boolean kills() {
        return switch (kind()) {
            case SERVER, DATABASE, OPERATOR -> true;
            case CUT, SILENCE, STALL, SLOW, DISK -> false;
        };
    }

    /** The server is killed and started again after a while. */
    record KillServer(int node, Duration gone) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.SERVER;
        }

        @Override
        public String toString() {
            return "kill -9 of server " + (node + 1) + ", started again after " + gone.toMillis() + " ms";
        }
    }

    /** The database's first process is killed; whose task it is to bring it back is the server's. */
    record KillDatabase() implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.DATABASE;
        }

        @Override
        public String toString() {
            return "kill -9 of PostgreSQL";
        }
    }

    /** The operator is killed and started again after a while. */
    record KillOperator(Duration gone) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.OPERATOR;
        }

        @Override
        public String toString() {
            return "kill -9 of the operator, started again after " + gone.toMillis() + " ms";
        }
    }

    /** Every connection to the operator is reset. */
    record Cut() implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.CUT;
        }

        @Override
        public String toString() {
            return "connections to the operator are cut";
        }
    }

    /** What the operator says is lost from now on, and then the connections are cut: the worst place for an answer. */
    record Silence(Duration lasts) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.SILENCE;
        }

        @Override
        public String toString() {
            return "the operator's answers are lost for " + lasts.toMillis() + " ms, then its connections are cut";
        }
    }

    /** Nothing passes in either direction, and then everything does. */
    record Stall(Duration lasts) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.STALL;
        }

        @Override
        public String toString() {
            return "nothing passes to or from the operator for " + lasts.toMillis() + " ms";
        }
    }

    /** Bytes trickle. */
    record Slow(Duration lasts, int bytesPerSecond) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.SLOW;
        }

        @Override
        public String toString() {
            return "only " + bytesPerSecond + " bytes a second pass to and from the operator for " + lasts.toMillis()
                    + " ms";
        }
    }

    /** Not a byte is left where the data are. */
    record FillDisk(Duration lasts) implements Disturbance {
        @Override
        public Kind kind() {
            return Kind.DISK;
        }

        @Override
        public String toString() {
            return "the disk is full for " + lasts.toMillis() + " ms";
        }
    }
}
