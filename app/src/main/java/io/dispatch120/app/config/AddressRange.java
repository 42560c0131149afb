package io.dispatch120.app.config;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network, or one address, whose forwarded headers are believed.
 *
 * @param address any address of the network
 * @param prefixBits how many leading bits name the network
 */
public record AddressRange(InetAddress address, int prefixBits) {

  /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; empty for everything else. */
  static Optional<AddressRange> find(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = IpAddress.find(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().getAddress().length * 8;
    if (slash < 0) {
      return Optional.of(new AddressRange(address.get(), bits));
    }
    String prefix = text.substring(slash + 1);
    if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(address.get(), Integer.parseInt(prefix)));
  }

  /** Whether the other address lies in this network; an IPv4 one never lies in an IPv6 network. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefixBits;
  }
}
