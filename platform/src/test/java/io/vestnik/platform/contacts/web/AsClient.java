package io.vestnik.platform.contacts.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.kernel.AccountId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Pages as the client of the demonstration sees them, and the client's people. */
abstract class AsClient {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactStore store;

    final AccountId client() {
        return SignIns.who("client", context).account();
    }

    final MockMvcRequestBuilder get(String page) {
        return mvc.get().uri(page).with(SignIns.as("client", context));
    }

    final MockMvcRequestBuilder post(String page) {
        return mvc.post().uri(page).with(SignIns.as("client", context)).with(csrf());
    }

    final Contact contact(String phone) {
        return store.byPhone(client(), phone).orElseThrow();
    }

    /** A group of people, each as {@code phone;name}. */
    final GroupId loaded(String group, String... people) {
        String[] rows = new String[people.length + 1];
        rows[0] = "phone;name";
        System.arraycopy(people, 0, rows, 1, people.length);
        fixtures.load(client(), group, rows);
        return contacts.groupNamed(client(), group).id();
    }
}
