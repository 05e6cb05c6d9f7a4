import type { RegistrationWords } from '../vi/registration.ts';

export const registration: RegistrationWords = {
  title: '',
};
