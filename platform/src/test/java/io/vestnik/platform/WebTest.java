package io.vestnik.platform;

import io.vestnik.platform.channels.SilentNetwork;
import io.vestnik.platform.store.TestDatabase;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of pages and doors against the whole application on a real PostgreSQL: take a {@code MockMvcTester}. The demonstration's
 * operator, partner and client are there; sign in with {@code accounts.SignIns}. Messages are taken and wait: the one route leads to a
 * network that is never reached. All such tests share one context.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"vestnik.demo=true", "vestnik.route.main=silent://network"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, SilentNetwork.class})
public @interface WebTest {}
