export const registration = {
  title: '',
};
export type RegistrationWords = typeof registration;
