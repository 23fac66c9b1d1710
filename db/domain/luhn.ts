/** The Luhn check digit (ISO/IEC 7812) that follows these digits. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let index = digits.length - 1, double = true; index >= 0; index -= 1, double = !double) {
    const value = Number(digits[index]) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Old systems' card numbers have no check digit: look a scan up as it stands first, ask this only where nothing is found. */
export function luhnOk(number: string): boolean {
  return /^\d{2,}$/.test(number) && luhnDigit(number.slice(0, -1)) === number.slice(-1);
}

/**
 * A new card number: 12 digits, the last a Luhn check; never a phone (does not begin with 1) or a resident ID.
 * `random` gives the next digit's source, a whole number 0 ≤ n < limit.
 */
export function newCardNumber(random: (limit: number) => number): string {
  let digits = String(2 + random(8));
  while (digits.length < 11) digits += String(random(10));
  return digits + luhnDigit(digits);
}
