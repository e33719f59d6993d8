/** The pages about system ids. */
@NullMarked
package io.vestnik.platform.smppserver.web;

import org.jspecify.annotations.NullMarked;
