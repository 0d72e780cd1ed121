// What to say where something of the page's own cannot be had: there is no network, or whoever served it has ended.

/** A file of the page, or the folder behind it, cannot be reached. */
export class Unreachable extends Error {
  constructor() {
    super('It cannot be reached.');
  }
}

/** What to say of a fault: of what cannot be reached, why that is and how to go on. @param now what is open; null for nothing */
export function explained(fault, now) {
  if (!(fault instanceof Unreachable)) {
    return `This went wrong: ${fault.message} Load the page again; if it happens again, please report it.`;
  }
  return now?.at?.token
    ? `The program that served this page has ended. Start it again with: systemsim open ${now.named ?? now.at.name}, and open the address `
      + 'that it prints. What you see and what you changed stays here until you close it; saving gives you the text as a download.'
    : 'Part of this page cannot be reached: there is no network, or its server has gone. '
      + 'What you see stays here; try again once it is back.';
}
