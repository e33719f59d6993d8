package io.vestnik.platform;

import io.vestnik.platform.channels.SilentNetwork;
import io.vestnik.platform.store.TestDatabase;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test that asks the whole application over real HTTP: take its {@code @LocalServerPort}. Otherwise as {@link WebTest}; all such tests
 * share one context, and whatever they leave behind.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vestnik.demo=true", "vestnik.route.main=silent://network", "management.server.port=-1"})
@Import({TestDatabase.class, SilentNetwork.class})
public @interface HttpTest {}
