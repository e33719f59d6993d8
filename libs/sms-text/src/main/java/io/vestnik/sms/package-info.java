/** What a short message is: alphabets, parts, user data headers, transliteration. */
@NullMarked
package io.vestnik.sms;

import org.jspecify.annotations.NullMarked;
