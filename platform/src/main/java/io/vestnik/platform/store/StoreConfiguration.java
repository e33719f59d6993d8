package io.vestnik.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {
    private static final Logger log = LoggerFactory.getLogger(StoreConfiguration.class);

    /**
     * Fresh partitions have no statistics, and a planner that guesses joins them by reading whole tables: the hot
     * statements walk indexes only, so everything else is off for them.
     */
    private static final String BY_INDEX_ONLY = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
            + " -c enable_bitmapscan=off -c enable_material=off"
            + " -c plan_cache_mode=force_generic_plan -c jit=off";

    private static final int PAGE_PATIENCE_MILLIS = 3_000;

    /** Business time. The database's own clock, by which leases and doubts go, is never moved. */
    @Bean
    Clock clock(@Value("${vestnik.dev.clock-offset:PT0S}") Duration offset) {
        if (!offset.isZero()) {
            log.warn(
                    "The clock is {} away from the machine's, as vestnik.dev.clock-offset asks: for tests only",
                    offset);
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean(destroyMethod = "close")
    Database database(StoreSettings settings) throws IOException {
        return Database.of(settings);
    }

    /** The pools behind one door; the schemas are up to date before anyone gets it. */
    @Bean
    DataSource dataSource(Database database, StoreSettings settings) {
        Map<Pool, HikariDataSource> pools = new EnumMap<>(Pool.class);
        pools.put(Pool.HOT, pool(database, "hot", settings.hotConnections(), timeouts(20) + BY_INDEX_ONLY));
        pools.put(Pool.PAGES, impatient(database, settings.pageConnections()));
        pools.put(Pool.BACKGROUND, pool(database, "background", settings.backgroundConnections(), timeouts(30)));
        new Migrations(database).run();
        return new PooledDataSource(pools);
    }

    /** Of one pool, the least patient: whoever asks for the health of all three in turn would wait for the others. */
    @Bean
    DataSourceHealthIndicator dbHealthIndicator(DataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource);
    }

    private static String timeouts(int seconds) {
        return "-c statement_timeout=%ds -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c jit=off"
                .formatted(seconds);
    }

    /** Who waits before a page or calls us is told within a few seconds that the database is away. */
    private static HikariDataSource impatient(Database database, int size) {
        HikariConfig config = config(database, "pages", size, timeouts(15));
        config.setConnectionTimeout(PAGE_PATIENCE_MILLIS);
        config.setValidationTimeout(PAGE_PATIENCE_MILLIS / 2);
        config.addDataSourceProperty("connectTimeout", "2");
        // A server that went silent: longer than any statement of a page may take.
        config.addDataSourceProperty("socketTimeout", "20");
        return new HikariDataSource(config);
    }

    private static HikariDataSource pool(Database database, String name, int size, String options) {
        return new HikariDataSource(config(database, name, size, options));
    }

    private static HikariConfig config(Database database, String name, int size, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("vestnik-" + name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("options", options);
        config.addDataSourceProperty("ApplicationName", "vestnik-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /** One data source for one transaction manager: the pool is taken from the work at hand. */
    private static final class PooledDataSource extends AbstractRoutingDataSource implements AutoCloseable {
        private final Map<Pool, HikariDataSource> pools;

        PooledDataSource(Map<Pool, HikariDataSource> pools) {
            this.pools = pools;
            setTargetDataSources(new HashMap<>(pools));
            afterPropertiesSet();
        }

        @Override
        protected Object determineCurrentLookupKey() {
            return Pool.current();
        }

        @Override
        public void close() {
            pools.values().forEach(HikariDataSource::close);
        }
    }
}
