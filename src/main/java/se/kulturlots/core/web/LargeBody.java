package se.kulturlots.core.web;

import org.springframework.util.unit.DataSize;

/**
 * Where files larger than elsewhere are sent; a bean of the module that takes them.
 *
 * @param path the address they are sent to, without language
 * @param limit how large a body may be
 */
public record LargeBody(String path, DataSize limit) {
}
