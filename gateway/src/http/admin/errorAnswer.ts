import Type from 'typebox';

/** An error as every route answers it. */
export const ErrorAnswer = Type.Object(
  {
    error: Type.Object({
      message: Type.String({ description: 'What is wrong, and what to do.' }),
      type: Type.String(),
      param: Type.String({ nullable: true, description: 'The field that is at fault.' }),
      code: Type.String({ nullable: true }),
    }),
  },
  { description: 'An error' }
);
